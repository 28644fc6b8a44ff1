import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence texts of the npm packages that bundled modules come from, in the order of their names. */
export function licenceNotices(modulePaths) {
  const folders = new Set(modulePaths.map(packageFolder).filter((folder) => folder !== undefined));
  const packages = [...folders].map(noticeOf).sort((one, other) => (one.name < other.name ? -1 : 1));
  const texts = packages.map(
    ({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`,
  );
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return `sdi contains the following packages.\n${rule}${[...new Set(texts)].join(rule)}`;
}

function packageFolder(path) {
  return /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(path.replace(/^\0/, ''))?.[1];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && !existsSync(join(folder, 'package.json'))) throw new Error(`${name} has no licence`);
  return { name, version, license, text: file ? readFileSync(join(folder, file), 'utf8') : `Licence: ${license}` };
}
