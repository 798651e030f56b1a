/**
 * Modules that take long to load, by name, with the package that requires them and seldom needs them: prh's check of code,
 * functions in YAML, the tokenizer in whose place ours works, and flags of regular expressions where Node has none.
 */
const seldomUsed: Readonly<Record<string, string>> = {
  '@babel/parser': 'textlint-rule-prh',
  esprima: 'js-yaml',
  kuromoji: 'kuromojin',
  'regexp.prototype.flags': 'match-index',
};

/** True if the module can wait until something of it is used. */
export function canWait(id: string, requiredBy: string): boolean {
  const user = Object.hasOwn(seldomUsed, id) ? seldomUsed[id] : undefined;
  return user !== undefined && requiredBy.split(/[\\/]/).includes(user);
}

/** What is handed out for a module that can wait. One that is a function itself is only called. */
export function waitingFor(id: string, load: () => object): object {
  if (id !== 'regexp.prototype.flags') return lazyExports(load);
  return (...args: unknown[]): unknown => (load() as (...args: unknown[]) => unknown)(...args);
}

/**
 * Exports that are loaded when they are used first, but for those that are there already. Whether they were compiled from an
 * ES module is not asked of them.
 */
export function lazyExports(load: () => object, there: object = {}): object {
  let loaded: object | undefined;
  const exported = (): object => {
    loaded ??= load();
    return loaded;
  };
  return new Proxy(there, {
    get: (_, key) => {
      if (Object.hasOwn(there, key)) return Reflect.get(there, key);
      return key === '__esModule' ? undefined : Reflect.get(exported(), key);
    },
    has: (_, key) => key in exported(),
    ownKeys: () => Reflect.ownKeys(exported()),
    getOwnPropertyDescriptor: (_, key) => {
      const own = Object.getOwnPropertyDescriptor(exported(), key);
      return own && { ...own, configurable: true };
    },
  });
}
