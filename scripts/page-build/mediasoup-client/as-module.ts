/** What TypeScript puts before a CommonJS module, of which a module has no need. */
const PREAMBLE = [
  /^"use strict";\n/m,
  /^var __createBinding = [\s\S]*?^\}\)\);\n/m,
  /^var __setModuleDefault = [\s\S]*?^\}\);\n/m,
  /^var __importStar = [\s\S]*?^\}\)\(\);\n/m,
  /^var __importDefault = [\s\S]*?^\};\n/m,
  /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/m,
  /^exports\.\w+(?: = exports\.\w+)* = void 0;\n/m,
]

const REQUIRED = /^(?:const|var) (\w+) = (?:__import(?:Star|Default)\()?require\("([^"]+)"\)\)?;$/gm
const PASSED_ON =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm

/** Each with what it is as a module. */
const STATEMENTS: readonly (readonly [RegExp, string])[] = [
  [/^exports\.(\w+) = __importStar\(require\("([^"]+)"\)\);$/gm, 'export * as $1 from "$2";'],
  [REQUIRED, 'import * as $1 from "$2";'],
  [/^exports\.(\w+) = (\w+);$/gm, 'export { $2 as $1 };'],
  [/^exports\.(\w+) = /gm, 'export const $1 = '],
  [/\bexports\.(\w+)/g, '$1'],
  [/\(0, (\w+\.\w+)\)\(/g, '$1('],
]

const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const OF_COMMONJS = /\brequire\(|\bexports\b|\bmodule\.|__import|__createBinding/

/**
 * A CommonJS module as TypeScript writes it, as the ECMAScript module that it was. A bundler leaves out of modules what
 * nobody uses, and gives their functions short names.
 *
 * @throws Error if anything of CommonJS is left: then TypeScript writes otherwise than is known here.
 */
export function asModule(code: string, file: string): string {
  const places = new Map([...code.matchAll(REQUIRED)].map(([, name, place]) => [name, place]))
  // Named from where it is, not by a constant of its own: modules that import each other in a circle stay whole.
  const passedOn = code.replace(
    PASSED_ON,
    (_, name: string, module: string, own: string) =>
      `export { ${own} as ${name} } from "${places.get(module)}";`,
  )
  const bare = PREAMBLE.reduce((rest, pattern) => rest.replace(pattern, ''), passedOn)
  const module = STATEMENTS.reduce((rest, [pattern, written]) => rest.replace(pattern, written), bare)
  if (OF_COMMONJS.test(module.replace(COMMENTS, '')))
    throw new Error(`${file}: not the kind of CommonJS that is known here`)
  return module
}
