import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A column of a data file as a case names it. */
export interface ColumnInput {
  file: string;
  column: string;
  /** Lowest and highest value that is an answer; others are blanks. */
  valid?: [min: number, max: number];
  /** Only rows with these values. */
  filter?: Record<string, string>;
}

const FOLDERS = ['./data/', '../../demo/data/'];

/** The answers of a column, blanks as null. The file is found by its base name among the project's copies. */
export function readScores({ file, column, valid, filter = {} }: ColumnInput): (number | null)[] {
  const [min, max] = valid ?? [-Infinity, Infinity];
  return readRows(file)
    .filter((row) => Object.entries(filter).every(([name, value]) => cell(row, name) === String(value)))
    .map((row) => {
      const text = cell(row, column);
      const score = Number(text);
      return text === '' || !(score >= min && score <= max) ? null : score;
    });
}

function cell(row: Map<string, string>, name: string): string {
  const text = row.get(name);
  if (text === undefined) throw new Error(`No column "${name}" among ${[...row.keys()].join(', ')}.`);
  return text;
}

/** Our copies hold no quoted cells. */
function readRows(file: string): Map<string, string>[] {
  const name = basename(file);
  const path = FOLDERS.map((folder) => fileURLToPath(new URL(folder + name, import.meta.url))).find(existsSync);
  if (path === undefined) throw new Error(`No copy of ${name} in test/reference/data or demo/data.`);
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return new Map(names.map((column, index) => [column, cells[index] ?? '']));
  });
}
