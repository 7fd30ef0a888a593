import { VERSION } from '@askwell/core';
import { describe, expect, it } from 'vitest';

import { run } from './run.js';

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('%s lists the commands', async (name) => {
    expect(await run(name)).toMatchObject({ code: 0, err: '', out: expect.stringContaining('check-endpoint') });
  });

  it('says its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  it('without a command says how it is used, as a fault', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage') });
  });

  it.each(['chek', 'constructor', '__proto__'])('does not know the command %s', async (name) => {
    expect(await run(name)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(`no command "${name}"`) });
  });
});

describe('check-endpoint, called wrongly', () => {
  const URL = 'http://127.0.0.1:1/';
  it.each([
    ['no address', [], 'Which address'],
    ['two addresses', [URL, URL], 'One URL'],
    ['a relative address', ['/feedback'], 'no http or https address'],
    ['another scheme', ['ftp://example.com/'], 'no http or https address'],
    ['a password', ['https://a:b@example.com/'], 'password'],
    ['a fragment', ['https://example.com/#a'], 'fragment'],
    ['an unknown option', [URL, '--wires', 'json'], '--wires'],
    ['an unknown wire', [URL, '--wire', 'xml'], 'json or simple'],
    ['an origin with a path', [URL, '--origin', 'https://example.com/a'], '--origin'],
    ['a header without a value', [URL, '--header', 'x-token'], '--header'],
    ['a header with a line break', [URL, '--header', 'x: a\r\nb: c'], '--header'],
    ['a header with credentials', [URL, '--header', 'Authorization: Bearer a'], 'The client sends no header "authorization"'],
    ['a header that is the browser’s', [URL, '--header', 'sec-fetch-site: none'], 'The client sends no header "sec-fetch-site"'],
    ['a header that the delivery sets', [URL, '--header', 'idempotency-key: 1'], 'The client sends no header "idempotency-key"'],
    ['a timeout that is no number', [URL, '--timeout', 'soon'], '--timeout'],
    ['a timeout of nothing', [URL, '--timeout', '0'], '--timeout'],
  ])('with %s says so, sends nothing, and ends with 2', async (_name, args, message) => {
    expect(await run('check-endpoint', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
  });

  it('has a help of its own', async () => {
    expect(await run('check-endpoint', '--help')).toMatchObject({ code: 0, out: expect.stringContaining('--wire json|simple') });
  });
});
