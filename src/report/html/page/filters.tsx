import { SEVERITIES } from '../data.ts';
import { usePage } from './context.ts';
import { shortRule } from './finding-list.tsx';
import { START, UNDATED } from './state.ts';

/** The element that `/` goes to. */
export const SEARCH_ID = 'search';

/** Everything that narrows the list. */
export function Filters() {
  const { state, words, report, shown, go, format } = usePage();
  const { text, path, rule, month, hidden } = START;
  const isFiltered = state.text + state.path + state.rule + state.month !== '' || state.hidden.length > 0;
  return (
    <search class="filters">
      <input
        id={SEARCH_ID}
        type="search"
        value={state.text}
        placeholder={words.search}
        aria-label={words.search}
        aria-keyshortcuts="/"
        onInput={(event) => go({ text: event.currentTarget.value })}
      />
      <Severities />
      <div class="pair">
        <Choice
          label={words.rule}
          value={state.rule}
          all={words.allRules}
          values={rulesByName(report.data.rules)}
          choose={(rule) => go({ rule })}
        />
        <Choice
          label={words.month}
          value={state.month}
          all={words.allMonths}
          values={monthsOf(report.months, words.undated)}
          choose={(month) => go({ month })}
        />
      </div>
      <div class="pair">
        <input
          type="search"
          value={state.path}
          placeholder={words.path}
          aria-label={words.path}
          onInput={(event) => go({ path: event.currentTarget.value })}
        />
        <select
          aria-label={words.order}
          onChange={(event) => go({ order: event.currentTarget.value === 'severity' ? 'severity' : 'place' })}
        >
          <option value="place" selected={state.order === 'place'}>
            {words.byPlace}
          </option>
          <option value="severity" selected={state.order === 'severity'}>
            {words.bySeverity}
          </option>
        </select>
      </div>
      <p class="count">
        <span role="status">{words.count(format(shown.length), format(report.size))}</span>
        {isFiltered && (
          <button type="button" class="plain" onClick={() => go({ text, path, rule, month, hidden })}>
            {words.clear}
          </button>
        )}
      </p>
    </search>
  );
}

function Severities() {
  const { state, words, go } = usePage();
  return (
    <fieldset class="severities">
      <legend class="unseen">{words.severity}</legend>
      {SEVERITIES.map((severity, number) => (
        <label key={severity} class={`check ${severity}`}>
          <input
            type="checkbox"
            checked={!state.hidden.includes(number)}
            onChange={() => go({ hidden: toggled(state.hidden, number) })}
          />
          {words.severities[number]}
        </label>
      ))}
    </fieldset>
  );
}

/** The list without the number, or with it. */
export function toggled(numbers: readonly number[], number: number): readonly number[] {
  return numbers.includes(number) ? numbers.filter((other) => other !== number) : [...numbers, number].sort();
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly all: string;
  readonly values: readonly (readonly [value: string, shown: string])[];
  readonly choose: (value: string) => void;
}

function Choice({ label, value, all, values, choose }: ChoiceProps) {
  return (
    <select aria-label={label} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="" selected={value === ''}>
        {all}
      </option>
      {values.map(([each, shown]) => (
        <option key={each} value={each} selected={each === value}>
          {shown}
        </option>
      ))}
    </select>
  );
}

function rulesByName(rules: readonly { readonly id: string }[]): [string, string][] {
  return rules.map(({ id }): [string, string] => [id, shortRule(id)]).sort(([, a], [, b]) => (a < b ? -1 : 1));
}

function monthsOf(months: readonly string[], undated: string): [string, string][] {
  return [...new Set(months)]
    .sort()
    .reverse()
    .map((month) => (month === '' ? [UNDATED, undated] : [month, month]));
}
