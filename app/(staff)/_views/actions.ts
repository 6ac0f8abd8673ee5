'use server';
import { formAction } from '@/app/_actions/form-action';
import { deleteView } from '@/db/commands/delete-view';
import { renameView } from '@/db/commands/rename-view';
import { saveView } from '@/db/commands/save-view';
import { deleteViewInput, renameViewInput, saveViewInput } from './input';

const stale = ['/explore', '/customers', '/invoices', '/payments'];

/** Keeps a page with its filters under a name. */
export const save = formAction({
  may: 'books:read',
  verb: 'view_saved_form',
  input: saveViewInput,
  run: async (tx, actor, { isShared, ...view }) => {
    const { viewId } = await saveView(tx, actor, { ...view, isShared: isShared === 'yes' });
    return {
      id: viewId,
      message:
        isShared === 'yes'
          ? `Saved “${view.name}”. Everybody of the business sees it.`
          : `Saved “${view.name}”.`,
    };
  },
  stale,
});

/** Gives one of the own views another name. */
export const rename = formAction({
  may: 'books:read',
  verb: 'view_renamed_form',
  input: renameViewInput,
  run: async (tx, actor, input) => {
    await renameView(tx, actor, input);
    return { message: `It is called “${input.name}” now.` };
  },
  stale,
});

/** Deletes one of the own views. */
export const remove = formAction({
  may: 'books:read',
  verb: 'view_deleted_form',
  input: deleteViewInput,
  run: async (tx, actor, input) => {
    const { name } = await deleteView(tx, actor, input);
    return { message: `Deleted “${name}”.` };
  },
  stale,
});
