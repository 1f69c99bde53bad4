using CsCheck;

namespace Dlp.Engine.Tests;

/// <summary>Generators of texts, from the harmless to the malformed.</summary>
internal static class Texts
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:!?'\"`-_/()@€$%#\n\t";
    private const string Odd = "éÉàçœŒßØıİſ½…№ﬁ①²Ａ１＃：’‘“”«»–—‑\u00a0\u202f\u00ad\u200b\u200d\u2060\u202e\ufe0f\u0301\u0308\u20dd\u0430\u0391٣५가\u0000\u0085\u2028\ufffe\uffff\ufffd";

    private static readonly string[] Pairs = ["𝗯", "𝗕", "𝟮", "🔑", "🇫", "🅰", "𐐀", "𠀀", "\U0001fffe", "\U000e0100"];

    private static readonly string[] Harmless = ["la", "maison", "est", "bleue", "we", "went", "home", "early", "déjà", "vu", "so", "🎉", "…", "—", "ok,", "hier."];

    private static readonly string[] Spelled = ["P r o j e t  O r i o n ", "c-o-d-e-s", "s.a.r.l", "#ProjetÉtéOrion", " a b", "l a  d e", "𝗽 𝗮 𝗶 𝗲 𝘀"];

    /// <summary>One unit or one pair: of plain text, of what folding must cope with, or of any sort, lone surrogates included.</summary>
    private static readonly Gen<string> Piece = Gen.Frequency(
        (6, Gen.Char[Plain].Select(unit => unit.ToString())),
        (3, Gen.Char[Odd].Select(unit => unit.ToString())),
        (2, Gen.Int[0, Pairs.Length - 1].Select(index => Pairs[index])),
        (1, Gen.Int[0, Spelled.Length - 1].Select(index => Spelled[index])),
        (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)),
        (1, Gen.Char['\ud800', '\udfff'].Select(unit => unit.ToString())),
        (1, Gen.Char.Select(unit => unit.ToString())));

    /// <summary>Any string of up to so many pieces.</summary>
    public static Gen<string> Any(int pieces = 40) => Piece.Array[0, pieces].Select(string.Concat);

    /// <summary>ASCII without the two signs that do not stand for themselves alone.</summary>
    public static readonly Gen<string> Ascii = Gen.Char['\0', '\x7f'].Array[0, 60].Select(units => new string(units).Replace('#', '+'));

    /// <summary>Words that no rule of a test looks for.</summary>
    public static readonly Gen<string> Filler = Gen.Int[0, Harmless.Length - 1].Select(index => Harmless[index]).Array[0, 12].Select(words => string.Join(' ', words));
}
