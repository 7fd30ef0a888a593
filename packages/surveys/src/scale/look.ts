import { warnOfValue } from '@askwell/base';

import { pictures } from './pictures.js';
import { pictureStyles } from './pictures.styles.js';
import type { RatingScale } from './rating-scale.js';
import type { ScaleState } from './scale.js';

/** What the points of a scale look like, if its `look` can be had. */
export function pictureOf({ look, range: [min, max], shadowRoot }: RatingScale): ScaleState['picture'] {
  if (look !== 'stars' && (look !== 'faces' || max - min !== 4)) {
    if (look) warnOfValue('look', look, 'numbers');
    return undefined;
  }
  const { adoptedStyleSheets } = shadowRoot!;
  const sheet = pictureStyles.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  return (point) => pictures[look](point - min);
}
