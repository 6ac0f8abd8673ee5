'use server';
import { formAction } from '@/app/_actions/form-action';
import { arrangeDashboard } from '@/db/commands/arrange-dashboard';
import { createDashboard } from '@/db/commands/create-dashboard';
import { deleteDashboard } from '@/db/commands/delete-dashboard';
import { renameDashboard } from '@/db/commands/rename-dashboard';
import { shareDashboard } from '@/db/commands/share-dashboard';
import { dashboardList } from '@/db/queries/dashboards';
import { freeName } from '@/lib/dashboard-widgets';
import { DEFAULT_LAYOUT } from '@/lib/domain/dashboard-layout';
import { arrangeInput, createInput, deleteInput, renameInput, shareInput } from './input';

const stale = ['/dashboard'];

/** Saves a layout; `id` of the answer is the dashboard that has it. */
export const arrange = formAction({
  may: 'books:read',
  verb: 'dashboard_arranged_form',
  input: arrangeInput,
  run: async (tx, actor, { dashboardId, version, name, layout }) => {
    if (dashboardId) {
      await arrangeDashboard(tx, actor, { dashboardId, version, layout });
      return { id: dashboardId, message: 'Layout saved.' };
    }
    const own = (await dashboardList(tx, actor.userId ?? '')).filter(({ isOwn }) => isOwn);
    const free = freeName(
      name,
      own.map((each) => each.name),
    );
    const made = await createDashboard(tx, actor, { name: free, layout });
    return { id: made.dashboardId, message: `Saved as “${free}”, a dashboard of your own.` };
  },
  stale,
});

/** Makes a dashboard with the widgets of the standard one; `id` of the answer is its id. */
export const create = formAction({
  may: 'books:read',
  verb: 'dashboard_created_form',
  input: createInput,
  run: async (tx, actor, { name }) => {
    const { dashboardId } = await createDashboard(tx, actor, { name, layout: DEFAULT_LAYOUT });
    return { id: dashboardId, message: `Made “${name}”.` };
  },
  stale,
});

/** Gives one of the own dashboards another name. */
export const rename = formAction({
  may: 'books:read',
  verb: 'dashboard_renamed_form',
  input: renameInput,
  run: async (tx, actor, input) => {
    await renameDashboard(tx, actor, input);
    return { message: `It is called “${input.name}” now.` };
  },
  stale,
});

/** Shares one of the own dashboards with the business, or no longer. */
export const share = formAction({
  may: 'organization:manage',
  verb: 'dashboard_shared_form',
  input: shareInput,
  run: async (tx, actor, { dashboardId, isShared }) => {
    const { name } = await shareDashboard(tx, actor, { dashboardId, isShared: isShared === 'yes' });
    return {
      message:
        isShared === 'yes' ? `Everybody of the business sees “${name}” now.` : `Only you see “${name}” now.`,
    };
  },
  stale,
});

/** Deletes one of the own dashboards. */
export const remove = formAction({
  may: 'books:read',
  verb: 'dashboard_deleted_form',
  input: deleteInput,
  run: async (tx, actor, input) => {
    const { name } = await deleteDashboard(tx, actor, input);
    return { message: `Deleted “${name}”.` };
  },
  stale,
});
