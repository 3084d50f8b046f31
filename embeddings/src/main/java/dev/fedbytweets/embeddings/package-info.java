/// Sentence embeddings by small language models on ONNX Runtime, in this process and without
/// network: [E5Small] and [MiniLm], found by [java.util.ServiceLoader]. A text is cut into
/// [WordPieces], and [OnnxModel] makes a vector of them. The models' files come from jars of
/// LangChain4j. Nothing imports this module: whoever wants embeddings puts its jars on the class
/// path.
@NullMarked
package dev.fedbytweets.embeddings;

import org.jspecify.annotations.NullMarked;
