import { readFile, writeFile } from 'node:fs/promises';

import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';

import { wrong } from './arguments.js';

/** A place in a file, from 1. */
export interface Place {
  line: number;
  column: number;
}

/** What a file says, and where it says it. */
export interface JsonFile {
  value: unknown;
  /** The first that is no JSON, with where. The value is good for nothing then. */
  errors: (Place & { message: string })[];
  /** Where a part stands; where there is no such part, what it would stand in. */
  placeOf(path: readonly (string | number)[]): Place;
}

/** @throws AskwellError `invalid-options` for a file that cannot be read */
export async function readText(file: string): Promise<string> {
  try {
    // Some editors begin a file with a mark.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    throw wrong(`${file} cannot be read: ${reason(error)}.`);
  }
}

/** @throws AskwellError `invalid-options` for a file that cannot be written */
export async function writeText(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw wrong(`${file} cannot be written: ${reason(error)}.`);
  }
}

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error as Error).message;

/** Reads JSON together with its places. */
export function parseJson(text: string): JsonFile {
  const faults: ParseError[] = [];
  const root = parseTree(text, faults, { disallowComments: true });
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const placeAt = (offset: number): Place => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
  // What comes after the first fault follows from it.
  const errors = faults.slice(0, 1).map(({ error, offset }) => ({ ...placeAt(offset), message: `This is no JSON: ${words(printParseErrorCode(error))}.` }));
  if (!root && !errors.length) errors.push({ line: 1, column: 1, message: 'This file is empty.' });
  return {
    value: errors.length ? undefined : (JSON.parse(text) as unknown),
    errors,
    placeOf(path) {
      for (let length = path.length; length >= 0; length--) {
        const node = root && findNodeAtLocation(root, path.slice(0, length));
        if (node) return placeAt(keyOf(node, length === path.length).offset);
      }
      return { line: 1, column: 1 };
    },
  };
}

/** A field is found at its name. */
const keyOf = (node: Node, whole: boolean): Node => (whole && node.parent?.type === 'property' ? node.parent.children![0]! : node);

/** `PropertyNameExpected` as words. */
const words = (code: string): string => code.replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();

/** Reads a JSON file that has to be right. */
export const readJson = async (file: string): Promise<unknown> => valueOf(file, await readText(file));

/** What the text of a file says, which has to be right. */
export function valueOf(file: string, text: string): unknown {
  const { value, errors } = parseJson(text);
  const [first] = errors;
  if (first) throw wrong(`${file}:${first.line}:${first.column}: ${first.message}`);
  return value;
}
