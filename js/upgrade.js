// Data in other forms than programs write: version 1, in which annotations are quotations, and
// what people write. The program that writes articles puts it into the form that pages read.

/** @typedef {() => Promise<Pick<ExportsProgram, "upgradeBundle">>} LoadUpgrade */

/**
 * Shows data. What the page's program refuses is upgraded and shown then.
 * @template Result
 * @param {string} data @param {(data: string) => Result} show @param {LoadUpgrade} [load]
 */
export async function showUpgraded(data, show, load) {
  try {
    return show(data);
  } catch (refused) {
    if (!load || refused instanceof WebAssembly.RuntimeError) throw refused;
    const { upgradeBundle } = await load().catch(() => {
      throw refused;
    });
    return show(upgradeBundle(data));
  }
}
