import { describe, expect, it } from 'vitest';

import { progressBar } from '../../../demo/server/progress-bar.js';

function written(isTTY: boolean, steps: number[]): string[] {
  const texts: string[] = [];
  const step = progressBar('Importing', { isTTY, write: (text: string | Uint8Array) => texts.push(String(text)) > 0 });
  for (const done of steps) step(done, 2000);
  return texts;
}

describe('the progress bar', () => {
  it('redraws one line in a terminal, and ends it when all is done', () => {
    expect(written(true, [1000, 2000])).toEqual([
      `\rImporting ${'█'.repeat(15)}${'░'.repeat(15)} 1,000 of 2,000`,
      `\rImporting ${'█'.repeat(30)} 2,000 of 2,000\n`,
    ]);
  });

  it('writes a line at each quarter where there is no terminal', () => {
    expect(written(false, [100, 500, 600, 1000, 1999, 2000])).toEqual([
      'Importing: 500 of 2,000\n',
      'Importing: 1,000 of 2,000\n',
      'Importing: 1,999 of 2,000\n',
      'Importing: 2,000 of 2,000\n',
    ]);
  });
});
