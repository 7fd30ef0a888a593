import type { Device } from '@askwell/core';

const PHONE_PX = 600;

/** What the page is seen on, by its pointer and its screen: a name in the user agent says little. */
export function device(): Device {
  if (!matchMedia('(pointer: coarse)').matches) return 'desktop';
  return Math.min(screen.width, screen.height) < PHONE_PX ? 'phone' : 'tablet';
}
