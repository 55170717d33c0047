// Lints the schema in FILE by every rule of graphql-eslint for schemas and for Relay, but those of CHANGED; writes what it says as JSON.
const { ESLint } = require('eslint');
const graphql = require('@graphql-eslint/eslint-plugin');

const [file] = process.argv.slice(2);

const CHANGED = {
  // Rule: [setting, why].
  'alphabetize': ['off', 'the order is that of what belongs together: a key first, then what is asked most'],
  'input-name': ['off', 'a change has few arguments, each with a name of its own; `problems.path` names them'],
  'no-root-type': [['error', { disallow: ['subscription'] }], 'there are changes'],
  'relay-arguments': [['error', { includeBoth: false }], 'pages go forward only: no `last`, no `before`'],
  'relay-edge-types': [
    ['error', { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
    'short lists have no pages; a group, a visit or an alarm is of its own list and is not found by `node`',
  ],
  'require-deprecation-date': ['off', 'the day stands in the reason, as everyone reads it: tests/api/test_schema.py'],
  'require-field-of-type-query-in-mutation-result': ['off', 'a change answers its node as it is now, and `problems`; a read is a request of its own'],
  'require-nullable-result-in-root': ['off', 'an error refuses the whole request, so `data` is null then; a payload is always there'],
  'strict-id-in-types': ['off', 'only what can be found again has an id: a name, an address or a reason is part of what it stands in'],
};

const named = Object.fromEntries(Object.entries(CHANGED).map(([rule, [setting]]) => [`@graphql-eslint/${rule}`, setting]));
const all = ['schema-recommended', 'schema-all', 'schema-relay'].map((name) => graphql.configs[`flat/${name}`].rules);
const described = { types: true, rootField: true, DirectiveDefinition: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true };
const linter = new ESLint({
  cwd: require('node:path').dirname(file),
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.graphql'],
      languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: file } } },
      plugins: { '@graphql-eslint': graphql },
      rules: { ...Object.assign({}, ...all), '@graphql-eslint/require-description': ['error', described], ...named },
    },
  ],
});
linter.lintFiles([file]).then((files) =>
  console.log(
    JSON.stringify({
      rules: Object.keys(Object.assign({}, ...all)).map((name) => name.split('/')[1]),
      changed: Object.fromEntries(Object.entries(CHANGED).map(([rule, [, why]]) => [rule, why])),
      messages: files.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line}: ${ruleId}: ${message}`)),
    }),
  ),
);
