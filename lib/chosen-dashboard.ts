interface Chosen {
  readonly dashboardId: string;
}

/**
 * The dashboard that is asked for, undefined when there is none of that id; else the person's own oldest, else the first that the
 * business shares, else null: the standard one.
 */
export function chosenDashboard<T extends Chosen>(
  dashboards: readonly T[],
  dashboardId: string | null,
): T | null | undefined {
  if (dashboardId === null) return dashboards[0] ?? null;
  return dashboards.find((each) => each.dashboardId === dashboardId);
}
