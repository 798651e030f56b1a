import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { SELECTOR } from './articles.ts';
import { configFileOf } from './config-file.ts';
import type { Session } from './session.ts';

/** Shows in the language status of an article: what was found, and which configuration holds. */
export function showStatus(session: Session): Disposable[] {
  const findings = languages.createLanguageStatusItem('koetsu.findings', [...SELECTOR]);
  findings.name = l10n.t('koetsu: findings');
  const config = languages.createLanguageStatusItem('koetsu.config', [...SELECTOR]);
  config.name = l10n.t('koetsu: configuration');
  config.command = { command: 'koetsu.openConfig', title: l10n.t('Open') };

  function showFindings(article: Uri | undefined): void {
    const state = session.state();
    findings.busy = state.kind === 'starting';
    findings.severity = state.kind === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    findings.command =
      state.kind === 'failed' || state.kind === 'stopped'
        ? { command: 'koetsu.restart', title: l10n.t('Restart the server') }
        : { command: 'koetsu.showOutput', title: l10n.t('Show the log') };
    if (state.kind === 'running') {
      findings.text = article ? countsOf(ownOf(article)) : 'koetsu';
      findings.detail = `${state.server.version}, ${ORIGINS()[state.server.origin]}`;
    } else {
      findings.text = { starting: l10n.t('starting'), stopped: l10n.t('stopped'), failed: l10n.t('not running') }[
        state.kind
      ];
      findings.detail = state.kind === 'failed' ? state.reason : 'koetsu';
    }
  }

  function showConfig(article: Uri | undefined): void {
    const file = article && configFileOf(article);
    const mistakes = file ? ownOf(file).length : 0;
    config.text = file ? workspace.asRelativePath(file) : l10n.t('default configuration');
    config.severity = mistakes > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    config.detail =
      mistakes > 0 ? l10n.t('It has mistakes; the last good one is in force.') : l10n.t('koetsu: configuration');
  }

  function show(): void {
    const article = window.activeTextEditor?.document.uri;
    showFindings(article);
    showConfig(article);
  }

  show();
  return [
    findings,
    config,
    session.onDidChange(show),
    languages.onDidChangeDiagnostics(show),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidChangeConfiguration(show),
  ];
}

const ORIGINS = () => ({
  setting: l10n.t('from koetsu.path'),
  workspace: l10n.t('of the site'),
  extension: l10n.t('bundled'),
});

function ownOf(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'koetsu');
}

function countsOf(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: DiagnosticSeverity): number => diagnostics.filter((it) => it.severity === severity).length;
  const errors = count(DiagnosticSeverity.Error);
  const warnings = count(DiagnosticSeverity.Warning);
  const others = diagnostics.length - errors - warnings;
  const parts = [
    ...(errors > 0 ? [l10n.t('errors: {0}', errors)] : []),
    ...(warnings > 0 ? [l10n.t('warnings: {0}', warnings)] : []),
    ...(others > 0 ? [l10n.t('infos: {0}', others)] : []),
  ];
  return `koetsu: ${parts.join(', ') || l10n.t('no findings')}`;
}
