type Pixel = readonly [red: number, green: number, blue: number];

const UNREADABLE = '#010203';

/** What each list of colours, painted over one another, gives on the screen. */
export function paint(lists: readonly (readonly string[])[]): Pixel[] {
  const canvas = Object.assign(document.createElement('canvas'), { width: lists.length, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const [x, colors] of lists.entries()) {
    for (const color of ['white', ...colors]) {
      context.fillStyle = UNREADABLE;
      context.fillStyle = color;
      if (context.fillStyle === UNREADABLE) throw new Error(`${color} is no colour to this engine.`);
      context.fillRect(x, 0, 1, 1);
    }
  }
  const { data } = context.getImageData(0, 0, lists.length, 1);
  return lists.map((_, x) => [data[4 * x]!, data[4 * x + 1]!, data[4 * x + 2]!]);
}

function luminance(pixel: Pixel): number {
  const [red, green, blue] = pixel.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2. */
export function ratio(one: Pixel, other: Pixel): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const parentOf = (node: Element): Element | null => node.parentElement ?? (node.getRootNode() as ShadowRoot).host ?? null;

/** What lies behind an element's contents, the lowest first. */
export function backdrop(element: Element | null): string[] {
  const colors: string[] = [];
  for (let each = element; each; each = parentOf(each)) colors.unshift(getComputedStyle(each).backgroundColor);
  return colors;
}

/** The contrast of a colour to what lies behind the contents of an element. */
export function contrastOn(element: Element | null, color: string): number {
  const behind = backdrop(element);
  const [one, other] = paint([behind, [...behind, color]]) as [Pixel, Pixel];
  return ratio(one, other);
}
