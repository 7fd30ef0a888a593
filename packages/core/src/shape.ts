/** The way down to a fault, empty when the value itself is one; `undefined` when there is none. */
export type Fault = (string | number)[] | undefined;
/** What a value has to be: text of a pattern, a list of one thing, an object of these fields (`!` for a must), or as a function says. */
export type Shape = RegExp | [Shape] | Fields | ((value: never) => Fault);
export interface Fields {
  [field: string]: Shape;
}

/** What people name things: 1 to 200 characters. */
export const NAME = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const unless = (holds: boolean): Fault => (holds ? undefined : []);
export const number = (value: unknown): Fault => unless(Number.isFinite(value));
export const flag = (value: unknown): Fault => unless(typeof value === 'boolean');

/** A fault, if there is one, seen from above. */
export const at = (key: string | number, fault: Fault): Fault => fault && [key, ...fault];

/** The first fault of a value that should have a shape. A list has at most 100 things, an object no field that the shape does not name. */
export function faultOf(shape: Shape, value: unknown): Fault {
  if (shape instanceof RegExp) return unless(typeof value === 'string' && shape.test(value));
  if (typeof shape === 'function') return shape(value as never);
  let fault: Fault;
  if (Array.isArray(shape)) {
    if (!Array.isArray(value) || value.length > 100) return [];
    for (let index = 0; index < value.length && !fault; index++) fault = at(index, faultOf(shape[0], value[index]));
    return fault;
  }
  if (!isObject(value)) return [];
  const unknown = new Set(Object.keys(value));
  for (const field in shape) {
    const key = field.replace('!', '');
    unknown.delete(key);
    if (value[key] !== undefined || key !== field) fault ??= at(key, faultOf(shape[field]!, value[key]));
  }
  for (const key of unknown) fault ??= [key];
  return fault;
}

/** The one of several shapes that the field `key` names. */
export const oneOf =
  (key: string, shapes: Fields) =>
  (value: unknown): Fault => {
    if (!isObject(value)) return [];
    const named = value[key];
    return typeof named === 'string' && Object.hasOwn(shapes, named) ? faultOf(shapes[named]!, value) : [key];
  };
