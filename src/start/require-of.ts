import Module from 'node:module';

type Resolve = (request: string, parent: NodeJS.Module, isMain: boolean, options?: object) => string;

/** The `require` that Node hands to a CommonJS module. */
export function requireOf(module: NodeJS.Module): NodeJS.Require {
  const { _resolveFilename, _resolveLookupPaths, _extensions, _cache } = Module as unknown as {
    readonly _resolveFilename: Resolve;
    readonly _resolveLookupPaths: (request: string, parent: NodeJS.Module) => string[] | null;
    readonly _extensions: NodeJS.RequireExtensions;
    readonly _cache: NodeJS.Dict<NodeJS.Module>;
  };
  const resolve = (request: string, options?: object): string => _resolveFilename(request, module, false, options);
  const paths = (request: string): string[] | null => _resolveLookupPaths(request, module);
  return Object.assign((id: string): unknown => module.require(id), {
    resolve: Object.assign(resolve, { paths }),
    main: process.mainModule,
    extensions: _extensions,
    cache: _cache,
  });
}
