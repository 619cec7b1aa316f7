import * as Y from 'yjs'

/**
 * The shape of a section's document: the text is the one root fragment `body`, and nothing else is allowed beside it.
 * Headings, order and (later) locks are NOT in any document: whoever can write a document could change them.
 */
export const bodyName = 'body'

/** Garbage collection stays on: history is kept by the log, not by the document. */
export const newSectionDoc = (): Y.Doc => new Y.Doc({ gc: true })

export const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(bodyName)
