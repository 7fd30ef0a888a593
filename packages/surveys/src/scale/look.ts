import { warnOfValue } from '@askwell/base';

import { pictures } from './pictures.js';
import { pictureStyles } from './pictures.styles.js';
import { pointNames } from './point-names.js';
import type { RatingScale } from './rating-scale.js';
import type { ScaleState } from './scale.js';

/** What the points of a scale look like and are called, if its `look` can be had. */
export function lookOf(scale: RatingScale): Pick<ScaleState, 'names' | 'picture'> | undefined {
  const { look, range: [min, max], shadowRoot, localize, anchorStart, anchorEnd } = scale;
  if (look !== 'stars' && (look !== 'faces' || max - min !== 4)) {
    if (look) warnOfValue('look', look, 'numbers');
    return undefined;
  }
  const { adoptedStyleSheets } = shadowRoot!;
  const sheet = pictureStyles.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  // The ends of stars may mean anything; faces are glad or not.
  const named = max - min === 4 && (look === 'faces' || !(anchorStart || anchorEnd));
  return { picture: (point) => pictures[look](point - min), names: named ? pointNames(localize.texts) : undefined };
}
