namespace Dlp.Documents.Pdf;

/// <summary>
/// Lines of Arabic, Hebrew and the like as they are read, from lines as they are seen from left to right, which is how many programs draw them: what the Unicode bidirectional
/// algorithm (UAX #9, rule L2) does, backwards, with its two levels that matter here. Numbers and Latin words in such a line run from left to right.
/// </summary>
internal static class RightToLeft
{
    private enum Direction
    {
        Neutral,
        Left,
        Right,
    }

    /// <summary>Whether it is a letter of a script that is written from right to left.</summary>
    public static bool IsLetter(string value) =>
        value.Length > 0 && value[0] is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') && char.IsLetter(value[0]);

    /// <summary>Puts the pieces of a line, each a glyph's characters or a gap, in the order in which they are read.</summary>
    public static void ToReadingOrder(List<string> line)
    {
        var directions = line.ConvertAll(Of);
        var rightToLeft = directions.Count(direction => direction == Direction.Left);
        if (rightToLeft == 0)
            return;

        // The line as a whole runs as most of its letters do; in it, what runs the other way is turned.
        if (rightToLeft < directions.Count(direction => direction == Direction.Right))
        {
            TurnRuns(line, Direction.Left);
            return;
        }

        line.Reverse();
        Mirror(line, 0, line.Count);
        TurnRuns(line, Direction.Right);
    }

    private static void TurnRuns(List<string> line, Direction turned)
    {
        for (var start = 0; start < line.Count; start++)
        {
            if (Of(line[start]) != turned)
                continue;
            var end = start + 1;
            for (var i = end; i < line.Count && (Of(line[i]) is var direction && (direction == turned || direction == Direction.Neutral)); i++)
            {
                if (direction == turned)
                    end = i + 1;
            }

            line.Reverse(start, end - start);
            Mirror(line, start, end);
            start = end - 1;
        }
    }

    /// <summary>Brackets are drawn the other way round there.</summary>
    private static void Mirror(List<string> line, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            line[i] = line[i] switch
            {
                "(" => ")",
                ")" => "(",
                "[" => "]",
                "]" => "[",
                "{" => "}",
                "}" => "{",
                "<" => ">",
                ">" => "<",
                "\u00AB" => "\u00BB",
                "\u00BB" => "\u00AB",
                var other => other,
            };
        }
    }

    private static Direction Of(string piece)
    {
        if (IsLetter(piece))
            return Direction.Left;
        return piece.Length > 0 && char.IsLetterOrDigit(piece[0]) ? Direction.Right : Direction.Neutral;
    }
}
