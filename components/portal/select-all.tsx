'use client';

/** Ticks every box of its section that is called `item`, or none when all are ticked. */
export function SelectAll({ count, group }: { readonly count: number; readonly group: string }) {
  return (
    <button
      type="button"
      className="link text-form max-md:-my-3 max-md:min-h-11"
      onClick={({ currentTarget }) => {
        const boxes = [
          ...(currentTarget.closest('section')?.querySelectorAll<HTMLInputElement>('input[name="item"]') ??
            []),
        ];
        const isAll = boxes.every((box) => box.checked);
        for (const box of boxes) if (box.checked === isAll) box.click();
      }}
    >
      Select all {count}
      <span className="sr-only">, {group}</span>
    </button>
  );
}
