import { html, type TemplateResult } from 'lit';

const STAR = 'M12 2.5 14.9 8.7 21.5 9.5 16.6 14.1 17.9 20.7 12 17.4 6.1 20.7 7.4 14.1 2.5 9.5 9.1 8.7z';
const FACE = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M8.5 9v1M15.5 9v1M';
/** From a wide-open frown to a wide-open smile: told apart by their shape alone. */
const MOUTHS = ['7 18q5-7 10 0z', '8 17q4-3 8 0', '8 16h8', '8 15q4 3 8 0', '7 14q5 7 10 0z'];
const THUMB = 'M7 11H3v9h4zl4-8q3 0 2.5 3L13 10h6.5q2 0 1.7 2l-1.5 6.4q-.4 1.6-2 1.6H7';

const draw = (look: string, path: string): TemplateResult =>
  html`<svg class=${look} viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** What stands for a point of a scale in place of its number; points are counted from 0. */
export const pictures: Readonly<Record<'stars' | 'faces' | 'thumbs', (index: number) => TemplateResult>> = {
  stars: () => draw('star', STAR),
  faces: (index) => draw('face', FACE + MOUTHS[index]),
  thumbs: () => draw('thumb', THUMB),
};
