/**
 * Runs among the page's own scripts, for the two ways of choosing files that fire no event on the document:
 * an input that is in no document, and showOpenFilePicker. Both are turned into the event that the gate holds.
 */
(() => {
  const { appendChild } = Node.prototype;
  const { click, showPicker, dispatchEvent } = HTMLInputElement.prototype;
  const isDetachedFileInput = (input: HTMLInputElement) => input.type === 'file' && !input.isConnected;

  function attach(input: HTMLInputElement): void {
    if (!isDetachedFileInput(input)) return;
    input.hidden = true;
    appendChild.call(document.documentElement, input);
  }

  HTMLInputElement.prototype.click = function () {
    attach(this);
    return click.call(this);
  };
  HTMLInputElement.prototype.showPicker = function () {
    attach(this);
    return showPicker.call(this);
  };

  HTMLInputElement.prototype.dispatchEvent = function (event) {
    if (event.type === 'click') attach(this);
    return dispatchEvent.call(this, event);
  };

  interface FileHandle { kind: string; getFile(): Promise<File> }
  const picking = window as { showOpenFilePicker?: (options?: unknown) => Promise<FileHandle[]> };
  const showOpenFilePicker = picking.showOpenFilePicker;
  if (!showOpenFilePicker) return;
  picking.showOpenFilePicker = async function (options) {
    const handles = await showOpenFilePicker.call(window, options);
    const files = await Promise.all(handles.map(handle => handle.getFile()));
    if (!(await mayBeRead(files))) throw new DOMException('The user aborted a request.', 'AbortError');
    return handles;
  };

  /** Offers the files to the gate as a choice in a hidden input, and waits for what it makes of it. */
  function mayBeRead(files: File[]): Promise<boolean> {
    const input = document.createElement('input');
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    input.files = transfer.files;
    appendChild.call(document.documentElement, input);
    return new Promise<boolean>(resolve => {
      input.addEventListener('change', () => resolve(true));
      input.addEventListener('cancel', () => resolve(false));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }).finally(() => input.remove());
  }
})();
