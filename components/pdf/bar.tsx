import { View } from '@react-pdf/renderer';
import type { Minor } from '@/lib/domain/money';
import { ageInk } from './ink';

/** The aging bar on paper: as wide as its amounts, Current first. */
export function Bar({ amounts, height }: { readonly amounts: readonly Minor[]; readonly height: number }) {
  const shown = amounts.flatMap((amount, i) => (amount > 0 ? [{ amount, i }] : []));
  return (
    <View style={{ flexDirection: 'row', gap: 1.5, height }}>
      {shown.map(({ amount, i }, at) => (
        <View
          key={i}
          style={{
            flexGrow: amount,
            flexBasis: 0,
            backgroundColor: ageInk(i, amounts.length),
            borderTopLeftRadius: at === 0 ? 3 : 1,
            borderBottomLeftRadius: at === 0 ? 3 : 1,
            borderTopRightRadius: at === shown.length - 1 ? 3 : 1,
            borderBottomRightRadius: at === shown.length - 1 ? 3 : 1,
          }}
        />
      ))}
    </View>
  );
}
