// Keyboard and pointer input through WebDriver, with the interface of Playwright's devices.

/** The WebDriver codes of keys without a character. */
const KEYS = {
  Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A",
  Escape: "\uE00C", " ": " ", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011",
  ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Delete: "\uE017",
};

const BUTTONS = ["left", "middle", "right"];

const KEYBOARD = { type: "key", id: "keyboard" };
const POINTER = { type: "pointer", id: "pointer", parameters: { pointerType: "mouse" } };
const WHEEL = { type: "wheel", id: "wheel" };

export class Keyboard {
  constructor(window, page) {
    this.window = window;
    this.page = page;
  }

  #act(type, key, modifiers) {
    // A letter in a shortcut has no case.
    const plain = key.length === 1 && !modifiers.has("Shift") && modifiers.size > 0 ? key.toLowerCase() : key;
    const value = KEYS[plain] ?? plain;
    if ([...value].length > 1) throw new Error(`the key ${key} is not known`);
    return this.window.act(KEYBOARD, { type, value });
  }

  async keydown(progress, modifiers, _, { key }) {
    await progress.race(this.#act("keyDown", key, modifiers));
  }

  async keyup(progress, modifiers, _, { key }) {
    await progress.race(this.#act("keyUp", key, modifiers));
  }

  /** Replaces the selection with text, like pasting. */
  async sendText(progress, text) {
    const frame = await this.page.delegate.deepestFocusedFrame(progress);
    const context = await progress.race(frame.mainContext());
    await progress.race(context.evaluate((text) => document.execCommand("insertText", false, text), text));
  }
}

export class Mouse {
  constructor(window) {
    this.window = window;
  }

  async move(progress, x, y) {
    const place = { x: Math.round(x), y: Math.round(y), origin: "viewport", duration: 0 };
    await progress.race(this.window.act(POINTER, { type: "pointerMove", ...place }));
  }

  async down(progress, x, y, button) {
    await progress.race(this.window.act(POINTER, { type: "pointerDown", button: BUTTONS.indexOf(button) }));
  }

  async up(progress, x, y, button) {
    await progress.race(this.window.act(POINTER, { type: "pointerUp", button: BUTTONS.indexOf(button) }));
  }

  async wheel(progress, x, y, _, __, deltaX, deltaY) {
    const place = { x: Math.round(x), y: Math.round(y), origin: "viewport", duration: 0 };
    await progress.race(this.window.act(WHEEL, { type: "scroll", deltaX, deltaY, ...place }));
  }
}
