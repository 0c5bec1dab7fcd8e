// Gives a window the focus of the keyboard. Without a window manager no window has it, and a page in
// a window without it matches neither `:focus` nor `:focus-visible`.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The maximum time for a window to appear and to take the focus, in milliseconds. */
const PATIENCE = 30_000;

/** Gives the focus to the window of the process `pid` on the display `name`, once it is shown. */
export async function focus(name, pid) {
  const anyName = "";
  const search = ["search", "--sync", "--onlyvisible", "--all", "--pid", String(pid), anyName];
  const env = { ...process.env, DISPLAY: name };
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await promisify(execFile)("xdotool", [...search, "windowfocus", "--sync"], { env, timeout: PATIENCE });
      return;
    } catch (error) {
      // xdotool ends if a window of another test closes while it searches.
      if (Date.now() > deadline) throw error;
    }
  }
}
