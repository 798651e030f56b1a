import { lsp } from '../../../src/cli/lsp.ts';

// The server of the extension: `koetsu lsp` alone. Arguments that the editor adds say nothing that it does not know.
process.exitCode = await lsp({ env: process.env, stderr: process.stderr });
