import { $getRoot } from 'lexical';

/** The text of the model, one line a block: Lexical itself puts two line breaks between paragraphs. */
export const textOf = (editor) => editor.getEditorState().read(() => $getRoot().getChildren().map((block) => block.getTextContent()).join('\n'));
