import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openPgliteStore } from '@askwell/collector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { record } from '../../record.js';

const SLOW = 60_000;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'askwell-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a store on disk', () => {
  it('makes its folder, and has everything after a restart', async () => {
    const dataDir = join(folder, 'not', 'there', 'yet');
    const kept = record({ survey: 'kept', answers: { score: 7, comment: 'Grüße 👋' } });
    const first = await openPgliteStore({ dataDir });
    expect(await first.put('main', [kept])).toEqual(['stored']);
    await first.close();

    const second = await openPgliteStore({ dataDir });
    expect(await second.summary('main', { survey: 'kept' })).toMatchObject({ n: 1, counts: { 7: 1 } });
    expect(await second.put('main', [kept])).toEqual(['same']);
    await second.close();
  }, SLOW);

  it('keeps what was put just before it is closed', async () => {
    const dataDir = join(folder, 'closing');
    const store = await openPgliteStore({ dataDir });
    const puts = Array.from({ length: 20 }, () => store.put('main', [record({ survey: 'late' })]));
    await Promise.all([store.close(), ...puts]);

    const again = await openPgliteStore({ dataDir });
    expect((await again.summary('main', { survey: 'late' })).n).toBe(20);
    await again.close();
  }, SLOW);

  it('rejects with "storage" when the folder is a file', async () => {
    const dataDir = join(folder, 'file');
    writeFileSync(dataDir, 'x');
    await expect(openPgliteStore({ dataDir })).rejects.toMatchObject({ code: 'storage' });
    expect(existsSync(`${dataDir}.lock`)).toBe(false);
  }, SLOW);
});

describe('the lock of a folder', () => {
  it('keeps a second store of this process out until the first is closed', async () => {
    const dataDir = join(folder, 'twice');
    const first = await openPgliteStore({ dataDir });
    await expect(openPgliteStore({ dataDir })).rejects.toMatchObject({ code: 'data-in-use' });
    await first.close();
    expect(existsSync(`${dataDir}.lock`)).toBe(false);
    await (await openPgliteStore({ dataDir })).close();
  }, SLOW);

  it('of another process that runs is respected, and named in the error', async () => {
    const dataDir = join(folder, 'other');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    try {
      writeFileSync(`${dataDir}.lock`, String(other.pid));
      const opening = openPgliteStore({ dataDir });
      await expect(opening).rejects.toMatchObject({ code: 'data-in-use', details: { pid: other.pid } });
      await expect(opening).rejects.toThrow(`process ${other.pid}`);
      expect(readFileSync(`${dataDir}.lock`, 'utf8')).toBe(String(other.pid));
    } finally {
      other.kill('SIGKILL');
    }
  }, SLOW);

  it.each([
    ['a process that has ended', async () => {
      const other = spawn(process.execPath, ['-e', '']);
      await new Promise((resolve) => other.once('exit', resolve));
      return String(other.pid);
    }],
    ['an earlier process with our number', async () => String(process.pid)],
    ['nobody that can be read', async () => ''],
  ])('of %s is taken over', async (name, content) => {
    const dataDir = join(folder, name);
    writeFileSync(`${dataDir}.lock`, await content());
    const store = await openPgliteStore({ dataDir });
    expect(readFileSync(`${dataDir}.lock`, 'utf8')).toBe(String(process.pid));
    await store.close();
  }, SLOW);
});

describe('a closed store', () => {
  it('rejects everything with "closed", and may be closed again', async () => {
    const store = await openPgliteStore();
    await store.close();
    await store.close();
    await expect(store.put('main', [record()])).rejects.toMatchObject({ code: 'closed' });
    await expect(store.summary('main', { survey: 'x' })).rejects.toMatchObject({ code: 'closed' });
    await expect(store.hasProject('main')).rejects.toMatchObject({ code: 'closed' });
  }, SLOW);
});
