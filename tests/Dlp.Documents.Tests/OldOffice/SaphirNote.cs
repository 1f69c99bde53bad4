namespace Dlp.Documents.Tests;

/// <summary>What stands in the note that LibreOffice saved as DOC and RTF.</summary>
internal static class SaphirNote
{
    public static void ShouldBeRead(DraftPart part)
    {
        using var scope = new AssertionScope();
        part.Status.Should().Be(PartStatus.Scanned);
        part.LocationOf("FR58 9999 9000 420A 7B3C 9D15 K76").Should().Be("body");
        part.LocationOf("встреча").Should().Be("body");
        part.LocationOf("Note de bas de page 451089").Should().Be("footnote");
        part.LocationOf("Commentaire secret 123987").Should().Be("comment");
        part.LocationOf("Bob Martin").Should().NotBeNull();
        part.LocationOf("caché 999888").Should().Be("hidden text");
        part.LocationOf("supprimé 565656").Should().Be("deleted text");
        part.LocationOf("Zone de texte 334455").Should().Be("text box");
        part.LocationOf("https://intranet.orvalis.example/saphir").Should().Be("field");
        part.LocationOf("signet_saphir").Should().Be("bookmark");
        part.LocationOf("Camille Orvalis").Should().Be("metadata: Author");
        part.LocationOf("Secret interne").Should().Be("sensitivity label");
        part.LocationOf("DOS-2026-0042").Should().Be("metadata: custom property");
    }
}
