// Makes the answers in the tables of src/test/resources/js: asks Node, or the library that the reference uses, about the
// inputs in each line. Prints the lines whose answers are others and fails if there are any; with --write it puts the
// answers in. A new line needs its inputs only. Called by bin/js-tables, which brings the reference.
//
// Lines are JSON, a table a file. What JSON has no word for is written as {"$undefined":true}, {"$safe":…} (a text that
// is not escaped), {"$date":…} or {"$error":message}.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const FOLDER = 'src/test/resources/js/';
const [reference, ...flags] = process.argv.slice(2);
const require = createRequire(resolve(reference, 'package.json'));
const serverOf = createRequire(require.resolve('@mockoon/commons-server'));
const { getValueFromPath, isSafeJSONPath, convertPathToArray } = serverOf('./libs/utils.js');
const { Helpers: helpers } = serverOf('./libs/templating-helpers/helpers/index.js');
const { SafeString } = serverOf('handlebars');
const objectPath = serverOf('object-path');
const { JSONPath } = serverOf('jsonpath-plus');
const jmespath = serverOf('@jmespath-community/jmespath');
const dateFns = serverOf('date-fns');
const Ajv = serverOf('ajv').default;
const addFormats = serverOf('ajv-formats').default;

const { faker } = serverOf('@faker-js/faker');

faker.seed(1);
console.warn = () => {}; // what the faker calls old

const silent = { log() {}, warn() {}, error() {} };
const copy = (value) => structuredClone(value);

/** What a function gives, or else what it says when it throws, as `failed` writes it. */
const tried = (make, failed) => {
  try {
    return make();
  } catch (error) {
    return failed(error.message);
  }
};

/** JSON has no undefined: a value stands in a list, no value is an empty one. */
const boxed = (value) => (value === undefined ? [] : [value]);

const inZone = (zone, answer) => (line) => {
  process.env.TZ = zone;
  const answered = answer(line);
  process.env.TZ = 'UTC';
  return answered;
};

const date = ([text]) => {
  const millis = new Date(text).getTime();
  return [text, Number.isNaN(millis) ? null : millis];
};

const dateFormat = ([pattern, text]) => [
  pattern,
  text,
  tried(
    () => dateFns.format(new Date(text), pattern, { useAdditionalWeekYearTokens: true, useAdditionalDayOfYearTokens: true }),
    (message) => `ERR ${message}`,
  ),
];

/** The first line of a table with `about` has what the others are about. */
const tables = {
  collation: { answer: ([a, b]) => [a, b, Math.sign(a.localeCompare(b, 'en'))] },
  comparison: {
    answer: ([left, other]) => {
      const right = JSON.stringify(left) === JSON.stringify(other) ? left : other;
      // eslint-disable-next-line eqeqeq
      const bits = [left == right, left === right, left < right, left > right];
      return [left, other, bits.map(Number).join('')];
    },
  },
  conversions: { answer: ([value]) => [value, String(value), String(Number(value)), Boolean(value)] },
  numbers: { answer: ([text]) => [text, String(Number(text)), String(parseInt(text, 10))] },
  'numbers-print': {
    answer: ([bits]) => [bits, String(Buffer.from(bits, 'hex').readDoubleBE())],
  },
  json: {
    answer: ([text]) => {
      const value = tried(() => [JSON.parse(text)], () => null);
      return [text, value && [JSON.stringify(value[0]), JSON.stringify(value[0], null, 2)]];
    },
  },
  'dates-utc': { answer: inZone('UTC', date) },
  'dates-new-york': { answer: inZone('America/New_York', date) },
  'date-format-utc': { answer: inZone('UTC', dateFormat) },
  'date-format-kolkata': { answer: inZone('Asia/Kolkata', dateFormat) },
  regex: {
    about: true,
    answer: ([source, modifiers], texts) => [
      source,
      modifiers,
      tried(() => texts.map((text) => Number(new RegExp(source, modifiers).test(text))), (message) => message),
    ],
  },
  schema: {
    about: true,
    answer: ([schema], values) => [
      schema,
      tried(() => {
        const valid = addFormats(new Ajv({ logger: silent })).compile(schema);
        return values.map((value) => Number(tried(() => valid(value), () => false)));
      }, () => 'refused'),
    ],
  },
  'schema-formats': {
    answer: ([format, value]) => [format, value, addFormats(new Ajv({ logger: silent })).compile({ format })(value)],
  },
  jmespath: {
    about: true,
    answer: ([path], documents) => [
      path,
      ...documents.map((document) => boxed(tried(() => jmespath.search(copy(document), path) ?? undefined, () => undefined))),
    ],
  },
  jsonpath: {
    about: true,
    answer: ([path], documents) => [
      path,
      ...documents.map((document) =>
        tried(() => boxed(isSafeJSONPath(path) ? JSONPath({ json: copy(document), path, wrap: false }) : undefined), (message) => message),
      ),
    ],
  },
  'jsonpath-gate': { answer: ([condition]) => [condition, isSafeJSONPath(`$.x[?(${condition})]`)] },
  'object-path': {
    about: true,
    answer: ([path, at], roots) => {
      const names = convertPathToArray(path);
      const changed = (change) =>
        tried(() => {
          const root = copy(roots[at]);
          change(root);
          return root;
        }, (message) => `!${message}`);
      return [
        path,
        at,
        boxed(objectPath.get(roots[at], names)),
        changed((root) => objectPath.set(root, names, 'NEW')),
        changed((root) => objectPath.del(root, names)),
      ];
    },
  },
  helpers: {
    answer: ([name, values, named]) => {
      const hash = Object.fromEntries(Object.entries(named).map(([key, value]) => [key, revived(value)]));
      const returned = tried(
        () => written(helpers[name](...values.map(revived), { name, hash, data: {} })),
        (message) => ({ $error: message }),
      );
      return [name, values, named, returned];
    },
  },
};

function revived(value) {
  if (value?.$safe !== undefined) return new SafeString(value.$safe);
  if (value?.$date !== undefined) return new Date(value.$date);
  return value?.$undefined ? undefined : value;
}

function written(value) {
  if (value === undefined) return { $undefined: true };
  if (value instanceof SafeString) return { $safe: String(value) };
  return value instanceof Date ? { $date: value } : value;
}

/**
 * Made-up values have forms instead: `/expression/`, what kind they are, or that the call throws. A form can't be made,
 * only tried, as often as the test tries ours.
 */
function misfit([name, values, form]) {
  if (ours.faker[name] && !values.length) return null;
  const [module, method] = name.split('.');
  for (let turn = 0; turn < 40; turn++) {
    const made = tried(() => [faker[module][method](...values)], () => null);
    if (!(made ? fits(form, made[0]) : form === 'refused' || form === 'error')) return made ? String(made[0]) : 'an error';
  }
  return null;
}

function fits(form, value) {
  const expression = /^\/(.*)\/(i?)$/s.exec(form);
  if (expression) return typeof value === 'string' && new RegExp(expression[1], expression[2]).test(value);
  const [word, ...more] = form.split(' ');
  switch (word) {
    case 'number':
    case 'boolean':
    case 'undefined':
      return typeof value === word;
    case 'integer':
      return Number.isInteger(value);
    case 'true':
    case 'false':
      return value === (word === 'true');
    case 'date':
      return value instanceof Date && !Number.isNaN(value.getTime());
    case 'big':
      return typeof value === 'bigint';
    case 'object':
      return Object.keys(value).join(' ') === more.join(' ');
    case 'array':
      return value.length === Number(more[0]) && value.every((item) => more[1] === 'any' || fitsItem(more[1], item));
    default:
      return false;
  }
}

function fitsItem(form, item) {
  return form === 'text' ? typeof item === 'string' : fits(form, item);
}

/** Lines whose answers are ours, with the reason: they stay as they are. */
const ours = {
  faker: { 'helpers.maybe': 'the reference calls what it was not given, half of the time' },
  regex: { '(?i:a)': 'Node 24 knows modifiers; the reference also runs on those that do not' },
};

process.env.TZ = 'UTC';
let others = 0;
for (const [name, { about, answer }] of Object.entries(tables)) {
  const file = `${FOLDER}${name}.jsonl`;
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const subject = about ? JSON.parse(lines[0]) : undefined;
  const answered = lines.map((line, at) => {
    const parsed = JSON.parse(line);
    if ((about && at === 0) || ours[name]?.[parsed[0]]) return line;
    const wanted = JSON.stringify(answer(parsed, subject));
    if (wanted === JSON.stringify(parsed)) return line;
    others++;
    console.log(`${name}.jsonl:${at + 1}\n  is     ${line}\n  should ${wanted}`);
    return wanted;
  });
  if (flags.includes('--write')) writeFileSync(file, `${answered.join('\n')}\n`);
  console.log(`${name}: ${lines.length} lines`);
}
const forms = readFileSync(`${FOLDER}faker.jsonl`, 'utf8').trimEnd().split('\n');
let misfits = 0;
forms.forEach((line, at) => {
  const made = misfit(JSON.parse(line));
  if (made === null) return;
  misfits++;
  console.log(`faker.jsonl:${at + 1}\n  is     ${line}\n  gives  ${made}`);
});
console.log(`faker: ${forms.length} lines`);
console.log(others + misfits ? `${others + misfits} lines have other answers` : 'all answers are right');
process.exit(misfits || (others && !flags.includes('--write')) ? 1 : 0);
