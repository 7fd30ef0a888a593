import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/** Draws a bar that moves in a terminal, and a line at each quarter where there is none, as in a log. */
export function progressBar(label: string, out: Pick<WriteStream, 'isTTY' | 'write'> = process.stdout) {
  let quarters = 0;
  return (done: number, total: number): void => {
    const share = done / total;
    const figures = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    if (out.isTTY) {
      const filled = Math.round(share * WIDTH);
      out.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${figures}${done === total ? '\n' : ''}`);
    } else if (Math.floor(share * 4) > quarters) {
      quarters = Math.floor(share * 4);
      out.write(`${label}: ${figures}\n`);
    }
  };
}
