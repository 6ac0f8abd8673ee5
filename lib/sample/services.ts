import { type LineInput, type PricedLine, priceLines } from '@/lib/domain/invoice-lines';
import { type Minor, split, toMinor } from '@/lib/domain/money';
import type { Random } from './random';

/** What the made-up business sells. */
interface Service {
  readonly name: string;
  readonly priceMinor: Minor;
  readonly taxPercent: string;
  /** More than this many on one invoice would look odd. */
  readonly most: number;
}

const TAXED = '7.25';
const UNTAXED = '0';

/** The service that is rented out by the month. */
export const SAMPLE_RENTAL = 'Espresso machine, monthly rental';

/** All that the made-up business sells. */
export const SAMPLE_SERVICES: readonly Service[] = [
  service('Breakfast catering, per cover', 14_50, UNTAXED),
  service('Lunch buffet, per cover', 22_00, UNTAXED),
  service('Banquet, per cover', 58_00, UNTAXED),
  service('Evening service staff, per hour', 38_50, UNTAXED, 80),
  service('Bed linen set, weekly rental', 9_80, TAXED),
  service('Table linen, weekly rental', 6_40, TAXED),
  service('Towels, per dozen', 31_00, TAXED),
  service('Uniform laundry, per piece', 4_75, UNTAXED),
  service('House blend coffee, 5 kg', 84_00, TAXED),
  service('Single origin coffee, 1 kg', 26_90, TAXED),
  service('Tea assortment, case', 47_25, TAXED, 30),
  service(SAMPLE_RENTAL, 265_00, TAXED, 12),
  service('Machine maintenance visit', 145_00, UNTAXED, 4),
  service('Delivery, out of hours', 65_00, UNTAXED, 5),
];

/**
 * One to four lines of services that add up to about `targetMinor` before tax. Nothing is taxed when `isExport`.
 * Never nothing: at least one of the cheapest service.
 */
export function linesAbout(random: Random, targetMinor: Minor, isExport: boolean): PricedLine[] {
  const count = random.weighted([
    [1, 34],
    [2, 31],
    [3, 22],
    [4, 13],
  ]);
  const shares = split(
    targetMinor,
    Array.from({ length: count }, () => random.int(2, 6)),
  );
  const chosen = new Map<string, LineInput>();
  for (const share of shares) {
    const { name, priceMinor, taxPercent } = random.pick(suitable(share));
    const quantity = Math.max(1, Math.round(share / priceMinor)) + Number(chosen.get(name)?.quantity ?? 0);
    chosen.set(name, {
      description: name,
      quantity: String(quantity),
      unitPriceMinor: priceMinor,
      taxPercent: isExport ? UNTAXED : taxPercent,
    });
  }
  return priceLines([...chosen.values()]);
}

/** Those that the share buys one to `most` of; the cheapest when it buys not even one. */
function suitable(share: Minor): readonly Service[] {
  const found = SAMPLE_SERVICES.filter(({ priceMinor, most }) => {
    const quantity = share / priceMinor;
    return quantity >= 0.7 && quantity <= most;
  });
  return found.length > 0 ? found : SAMPLE_SERVICES.filter(({ name }) => name.startsWith('Uniform'));
}

function service(name: string, price: number, taxPercent: string, most = 1_000): Service {
  return { name, priceMinor: toMinor(price), taxPercent, most };
}
