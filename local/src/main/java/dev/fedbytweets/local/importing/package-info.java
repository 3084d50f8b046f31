/// Brings recorded responses of X, as files on this machine, into the raw pages of a lake.
///
/// From a path on the command line to rows in silver:
///
/// 1. [SourceFiles] finds the files that the paths name; what cannot be read costs itself. Of a
///    lake it takes the raw pages, each a [LakePage].
/// 2. [SourceReader] finds out what each file is ([FileKind]), decompresses it and unpacks it
///    ([ArchiveReader]); [SourceContent] reads gzip around its damage.
/// 3. [PageExtractor] finds the JSON values in it: one alone, or one after another on lines, also
///    behind what a script assigns them to. [TopLevelValue] reads each with a streaming parser and
///    takes the pages out of it, if it is a bundle or a list; [PageInspector] decides in the same
///    pass whether an object is a page of posts, users or places, and what the page says about
///    itself, a [PageSummary].
/// 4. [RewindableInput] keeps the bytes of the page that is being read, so that it is cut out
///    byte for byte as it stands in the file, a [ByteSlice].
/// 5. [PageAssembler] makes pages of the objects that are none, with the formats of
///    [dev.fedbytweets.local.importing.format].
/// 6. [PageImport] names the page by its day and the SHA-256 of its bytes, a
///    [dev.fedbytweets.core.storage.PageKey]; a page that the lake has already is a duplicate.
/// 7. [RawPageWriter] announces new pages in the subject's journal and writes them below `raw/`.
///    [ImportQuarantine] keeps what is not a page below `quarantine/import/`.
/// 8. [Importer] returns an [ImportReport]. Then the command line starts an ingest run without
///    collecting: ProcessRaw reads the announced pages into bronze, ToSilver merges these into
///    silver.
///
/// Recordings are large and often damaged: a line was cut short when a disk was full, a download
/// broke off, an error page of a proxy stands between responses. Damage is reported with its line
/// and byte, and costs little:
///
/// - bytes that [dev.fedbytweets.contracts.PageBytes] mends cost nothing: the page is stored as it
///   is;
/// - a line costs itself, and a damaged page of a bundle or a list costs itself, as long as its
///   brackets still match ([BracketMatcher]);
/// - otherwise everything up to the next line that begins with `{` is lost, and reading goes on
///   there, in the same list if there was one.
///
/// Where gzipped data is damaged, what follows is read for itself and never put together with what
/// stands before it: the record in which it breaks off is rejected, and so is what is left of the
/// next one.
///
/// A line that begins with `{` is taken for the start of a record even within a text: JSON does
/// not allow the end of a line there, and a text that was cut short is far more frequent.
///
/// A new shape of posts is a class in [dev.fedbytweets.local.importing.format].
package dev.fedbytweets.local.importing;
