using System.Text;
using Dlp.Documents.CompoundFiles;

namespace Dlp.Documents.OldOffice;

/// <summary>
/// Reads documents of Word 6 to 2003 ([MS-DOC]): every story by the piece table, fields, hidden and deleted text, names of authors, bookmarks, shapes, pictures, objects.
/// </summary>
internal static class WordReader
{
    private const int MaxStrings = 20_000;

    /// <summary>Reads a document; what to say of one that needs a password, else null.</summary>
    public static LocalizedText? Read(OpenedFile file, CompoundStorage storage)
    {
        var document = storage.Read("WordDocument");
        var information = new WordFileInformation(document);
        if (!information.IsWord)
        {
            file.Text.Refuse(PartStatus.Unreadable, Details.CannotBeOpened);
            return null;
        }

        if (information.IsEncrypted)
            return Details.Of(new("encrypted Word document", "document Word chiffré"), Details.NeedsPassword);

        var table = information.IsOld ? document : TableOf(storage, information);
        ReadStories(file, document, table, information);
        if (!information.IsOld)
        {
            ReadStrings(file, table, information.Table(36), Place.Comment);
            ReadStrings(file, table, information.Table(51), Place.Metadata("Revisers"));
            ReadStrings(file, table, information.Table(71), Place.Metadata("Saved by"));
            ReadStrings(file, table, information.Table(21), Place.Bookmark);
            ReadStrings(file, table, information.Table(32), Place.SomeMetadata);
            var drawings = information.Table(50);
            file.Text.Add(Place.Shape, OfficeArt.ReadShapeTexts(table.Span.At(drawings.Offset, drawings.Length), file.Token));
        }

        OfficeArt.ReadPictures(file, storage.Read("Data"));
        OfficeArt.ReadPictures(file, document);
        foreach (var inner in storage.Storage("ObjectPool")?.Storages ?? [])
        {
            if (file.Text.IsFull || !file.TryReadEmbedded("embedded object", inner))
                break;
        }

        return null;
    }

    private static ReadOnlyMemory<byte> TableOf(CompoundStorage storage, WordFileInformation information)
    {
        var table = storage.Read(information.TableName);
        return table.Length > 0 ? table : storage.Read(information.TableName == "1Table" ? "0Table" : "1Table");
    }

    private static void ReadStories(OpenedFile file, ReadOnlyMemory<byte> document, ReadOnlyMemory<byte> table, WordFileInformation information)
    {
        var (offset, length) = information.IsOld ? information.OldPieceTable : information.Table(33);
        var pieces = information.IsOld && !information.IsComplex ? null : WordPieceTable.Of(table.Span.At(offset, length), information.IsOld);
        if (pieces is null)
        {
            var (start, end) = information.PlainText;
            pieces = WordPieceTable.Whole(start, end);
            if (!information.IsOld)
                file.Text.Miss(new("the table of its text is missing or damaged; only text that lies in order was read", "la table de son texte manque ou est endommagée ; seul le texte qui se suit a été lu"));
        }

        var (pagesAt, pagesLength) = information.Table(12);
        var (stylesAt, stylesLength) = information.Table(1);
        var revisions = information.IsOld ? null : WordRevisions.Of(document.Span, table.Span.At(pagesAt, pagesLength), table.Span.At(stylesAt, stylesLength), file.Token);
        var codePage = information.IsOld ? information.OldCodePage : CodePage.Western;
        long from = 0, read = 0;
        foreach (var (place, count) in information.Lengths)
        {
            var story = new WordText(file.Text, place);
            foreach (var (fileOffset, width, text) in pieces.Read(document, from, from + count, codePage))
            {
                file.Token.ThrowIfCancellationRequested();
                Append(story, text, fileOffset, width, revisions);

                // Pieces that name the same text again and again have no end of their own.
                read += text.Length;
                if (file.Text.IsFull || read > 2L * file.Options.MaxCharacters)
                    break;
            }

            story.End();
            from += count;
        }
    }

    private static void Append(WordText story, string text, long fileOffset, int width, WordRevisions? revisions)
    {
        if (revisions is null)
        {
            story.Append(text, WordRun.Plain);
            return;
        }

        for (var at = 0; at < text.Length;)
        {
            var (kind, until) = revisions.At(fileOffset + ((long)at * width));
            var count = (int)Math.Clamp((until - fileOffset - ((long)at * width) + width - 1) / width, 1, text.Length - at);
            story.Append(text.AsSpan(at, count), kind);
            at += count;
        }
    }

    /// <summary>A table of strings ([MS-DOC] 2.2.4, STTB): in UTF-16 when it begins with 0xFFFF.</summary>
    private static void ReadStrings(OpenedFile file, ReadOnlyMemory<byte> table, (uint Offset, uint Length) range, Place place)
    {
        var bytes = table.Span.At(range.Offset, range.Length);
        var isWide = bytes.UInt16At(0) == 0xFFFF;
        var at = isWide ? 2 : 0;
        int count = bytes.UInt16At(at);
        var extra = bytes.UInt16At(at + 2);
        at += 4;
        if (!isWide)
        {
            // The owners of comments are counted strings one after the other, without a header.
            ReadCounted(file, bytes, place);
            return;
        }

        var text = new StringBuilder();
        for (var i = 0; i < Math.Min(count, MaxStrings) && at < bytes.Length; i++)
        {
            var length = 2 * bytes.UInt16At(at);
            var value = Encoding.Unicode.GetString(bytes.At(at + 2, length));
            if (value.Length > 0)
                text.Append(value).Append('\n');
            at += 2 + length + extra;
        }

        file.Text.Add(place, text.ToString());
    }

    private static void ReadCounted(OpenedFile file, ReadOnlySpan<byte> bytes, Place place)
    {
        var text = new StringBuilder();
        for (var at = 0; at + 2 <= bytes.Length;)
        {
            var length = 2 * bytes.UInt16At(at);
            text.Append(Encoding.Unicode.GetString(bytes.At(at + 2, length))).Append('\n');
            at += 2 + length;
        }

        file.Text.Add(place, text.ToString());
    }
}
