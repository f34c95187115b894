import { isBuiltin } from 'node:module'
import type { Plugin } from 'rolldown'

/**
 * What a start need not pay for in the libraries that we use, by `npm run bench:functions`. What they answer is the
 * same, for the functions that we have.
 */
export const leanLibraries = (): Plugin[] => [
  MODELS_ARE_TESTED,
  COMMANDS_GIVEN,
  BUILTINS_AS_REQUIRED,
]

/**
 * ElectroDB checks each model against a JSON schema whenever it is made, a third of what an entity costs. Ours are
 * constants, and the tests make all of them with the library as it is. It asks the schema too whether it has a
 * model or what it made of one.
 */
const MODELS_ARE_TESTED: Plugin = {
  name: 'models-are-tested',
  load: (id) =>
    /[\\/]node_modules[\\/]jsonschema[\\/]lib[\\/]index\.js$/.test(id)
      ? `exports.Validator = class Validator {
           addSchema() {}
           validate(model) { return { errors: model?._instance ? [{ message: 'is no model' }] : [] } }
         }
         exports.Validator.prototype.customFormats = {}`
      : undefined,
}

/** What ElectroDB asks the table by: of the SDK it requires all, which would bring all of it along. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  '@aws-sdk/lib-dynamodb': [
    'BatchGetCommand',
    'BatchWriteCommand',
    'DeleteCommand',
    'GetCommand',
    'PutCommand',
    'QueryCommand',
    'ScanCommand',
    'TransactGetCommand',
    'TransactWriteCommand',
    'UpdateCommand',
  ],
  '@aws-sdk/util-dynamodb': ['unmarshall'],
}
const GIVEN = '\0given:'

/**
 * A CommonJS module that requires an ES module has rolldown keep that one, and all that it imports, whole and
 * wrapped in functions. So what ElectroDB requires is an empty object, to which its entry gives the commands.
 */
const COMMANDS_GIVEN: Plugin = {
  name: 'commands-given',
  resolveId: (id, _importer, { kind }) =>
    id.startsWith(GIVEN) || (kind === 'require-call' && id in COMMANDS)
      ? GIVEN + id.replace(GIVEN, '')
      : undefined,
  load: (id) => (id.startsWith(GIVEN) ? 'module.exports = {}' : undefined),
  transform: (code, id) =>
    /^\0package:electrodb$/.test(id)
      ? [
          code,
          ...Object.entries(COMMANDS).map(
            ([from, names], at) =>
              `import { ${names.join(', ')} } from '${from}'
import given${at} from '${GIVEN}${from}'
Object.assign(given${at}, { ${names.join(', ')} })`,
          ),
        ].join('\n')
      : undefined,
}

const BUILTIN = '\0builtin:'

/**
 * Node's own modules as `require` gives them. As ES modules all that they export is read when one is imported first,
 * and of `process`, `fs` and `util` that opens the standard streams and loads what nobody asked for.
 */
const BUILTINS_AS_REQUIRED: Plugin = {
  name: 'builtins-as-required',
  resolveId: (id, _importer, { kind }) =>
    isBuiltin(id) && kind === 'import-statement'
      ? { id: `${BUILTIN}${id}`, moduleSideEffects: false }
      : undefined,
  load: (id) => {
    if (!id.startsWith(BUILTIN)) return
    const name = id.slice(BUILTIN.length)
    const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter(
      (key) => /^[\w$]+$/.test(key) && key !== 'default',
    )
    return [
      `const builtin = /* @__PURE__ */ process.getBuiltinModule('${name}')`,
      'export default builtin',
      ...names.map((key, at) => `const $${at} = builtin.${key}; export { $${at} as ${key} }`),
    ].join('\n')
  },
}
