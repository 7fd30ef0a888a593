import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { showElement } from './show-element.js';
import { surveyTags } from './survey-tags.js';
import '@askwell/surveys/define/rating-scale.js';
import { formExample } from './example-definitions.js';

const meta: Meta = {
  title: 'Design/Looks',
  tags: ['!autodocs'],
  // The same survey stands there several times on purpose.
  parameters: { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
};

export default meta;

const preview = { preview: true, definition: undefined };

const titled = (title: string, shown: TemplateResult): TemplateResult => html`<h2>${title}</h2>
  ${shown}`;

/** What the points of a scale can look like. */
export const EveryLook: StoryObj = {
  render: () => html`
    ${['stars', 'faces', 'numbers', 'thumbs'].map((look) => titled(`csat-survey, ${look}`, showElement('csat-survey', { ...preview, look })))}
    ${['agreement', 'difficulty'].map((variant) => titled(`ces-survey, ${variant}`, showElement('ces-survey', { ...preview, variant })))}
    ${['numbers', 'stars', 'faces'].map((look) =>
      titled(`rating-scale, ${look}`, showElement('rating-scale', { look, label: 'How was it?', 'anchor-start': 'Bad', 'anchor-end': 'Good' })),
    )}
  `,
};

/** How much room the surveys take. A coarse pointer, as a finger, gets at least 44 pixels in any density. */
export const EveryDensity: StoryObj = {
  render: () =>
    html`${surveyTags.map((tag) =>
      ['compact', 'regular', 'roomy'].map((density) =>
        titled(`${tag}, ${density}`, showElement(tag, { ...preview, density, ...(tag === 'survey-form' && { definition: formExample }) })),
      ),
    )}`,
};
