// npm run bench [-- aging|worklist|explore|explore-export|payments|matching|find|mail-kills|sync|pages|forecast] [--sizes 10000,100000] [--data folder]: see bench/README.md.
import { parseArgs } from 'node:util';
import { throwawayDatabase } from '@/scripts/throwaway-database';
import { benchForecast } from './forecast/bench';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string', default: '10000,100000,1000000' }, data: { type: 'string' } },
});
const wanted =
  positionals.length > 0
    ? positionals
    : ['aging', 'explore', 'payments', 'matching', 'find', 'pages', 'forecast'];
if (wanted.includes('forecast')) benchForecast(values.data);
const database = await throwawayDatabase('bench');
process.env.APP_DATABASE_URL = database.appUrl;
try {
  // The driver reads its address when it is loaded.
  if (wanted.includes('aging')) {
    const { benchAging } = await import('./aging');
    await benchAging(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('figures')) {
    const { benchFigures } = await import('./figures');
    await benchFigures(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('worklist')) {
    const { benchWorklist } = await import('./worklist');
    await benchWorklist(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('explore')) {
    const { benchExplore } = await import('./explore');
    await benchExplore(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('explore-export')) {
    const { benchExploreExport } = await import('./explore-export');
    await benchExploreExport(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('payments')) {
    const { benchPayments } = await import('./payments');
    await benchPayments(database);
  }
  if (wanted.includes('matching')) {
    const { benchMatching } = await import('./matching/bench');
    await benchMatching(database.ownerUrl);
  }
  if (wanted.includes('mail-kills')) {
    const { benchMailKills } = await import('./mail-kills-run');
    await benchMailKills(database.ownerUrl);
  }
  if (wanted.includes('sync')) {
    const { benchSync } = await import('./sync');
    await benchSync(database.ownerUrl);
  }
  if (wanted.includes('find')) {
    const { benchFind } = await import('./find');
    await benchFind(database.ownerUrl, Math.max(...values.sizes.split(',').map(Number)));
  }
  if (wanted.includes('forecast')) {
    const { benchForecastBooks } = await import('./forecast/books');
    await benchForecastBooks(database.ownerUrl, values.sizes.split(',').map(Number));
  }
  if (wanted.includes('pages')) {
    const { benchPages } = await import('./pages');
    await benchPages(database, values.sizes.split(',').map(Number));
  }
} finally {
  const { closeConnections } = await import('@/db/client');
  await closeConnections();
  await database.remove();
}
