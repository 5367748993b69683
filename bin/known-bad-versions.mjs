// Fails if a lock file of npm has a version that known-bad-versions.npm.json lists. Asks nobody.
// node bin/known-bad-versions.mjs NPM [LOCK_FILE]: what compares versions is part of npm.
import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [npm, lockFile = 'package-lock.json'] = process.argv.slice(2);
const semver = createRequire(realpathSync(npm))('semver');
const list = fileURLToPath(new URL('known-bad-versions.npm.json', import.meta.url));
const bad = JSON.parse(readFileSync(list, 'utf8')).packages;
const installed = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages).filter(([path]) => path !== '');

const findings = [];
for (const [name, ranges] of Object.entries(bad)) {
  for (const range of Object.keys(ranges)) {
    if (semver.validRange(range) === null) {
      findings.push(`${name}: "${range}" is no range of versions`);
    }
  }
}
for (const [path, { name = path.split('node_modules/').pop(), version }] of installed) {
  for (const [range, wrong] of Object.entries(bad[name] ?? {})) {
    if (semver.satisfies(version, range, { includePrerelease: true })) {
      findings.push(`${path} ${version}: ${wrong}`);
    }
  }
}
if (installed.length === 0) {
  findings.push('no packages');
}
findings.forEach((finding) => console.error(`${lockFile}: ${finding}`));
console.log(`${installed.length} packages of npm, ${findings.length} known to be bad`);
process.exitCode = findings.length === 0 ? 0 : 1;
