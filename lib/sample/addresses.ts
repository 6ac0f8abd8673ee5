import type { Random } from './random';
import { EURO_STREETS, EURO_TOWNS, STREETS, TOWNS } from './words';

/** An invented address where dollars are paid, on two lines. */
export function homeAddress(random: Random): string {
  return `${random.int(2, 480)} ${random.pick(STREETS)}\n${random.pick(TOWNS)}`;
}

/** An invented address where euros are paid, on two lines. */
export function euroAddress(random: Random): string {
  return `${random.pick(EURO_STREETS)} ${random.int(2, 90)}\n${random.pick(EURO_TOWNS)}`;
}
