using SkiaSharp;

namespace Dlp.Documents.Tests.Images;

/// <summary>A mail program in a full-HD window, drawn: folders, messages, and a message that is read, half French, half English. All of it is invented.</summary>
internal static class MailScreenshot
{
    /// <summary>What must not be misread.</summary>
    public static IReadOnlyList<string> Identifiers { get; } =
    [
        "1 84 12 76 451 089 46", "FR58 9999 9000 420A 7B3C 9D15 K76", "camille.lefevre@orvalis.example", "+33 6 39 98 41 27",
        "4970 1012 3456 7893", "GB33 BUKB 2020 1555 5555 55", "48 700 000", "CT-2026-00417", "m.okafor@brightwell.example",
    ];

    private static readonly string[] Folders = ["Boîte de réception", "Brouillons", "Envoyés", "Archives", "Indésirables", "Corbeille", "Finance 2026", "Projet Alizé", "Ressources humaines", "Comité de direction"];

    private static readonly (string From, string Subject, string Preview)[] Messages =
    [
        ("Camille Lefèvre", "Résultats du troisième trimestre", "Bonjour, voici les chiffres avant"),
        ("Mark Okafor", "Contract renewal", "Please find the signed copy of the"),
        ("Service de la paie", "Bulletin de septembre", "Votre bulletin est disponible dans"),
        ("Nadia Benali", "Déménagement du site de Brest", "Le calendrier des travaux a été"),
        ("Helpdesk", "Your password expires soon", "Change it before Friday evening"),
        ("Julien Marchand", "Compte rendu de la réunion", "Merci à tous pour votre présence"),
        ("Sophie Girard", "Invitation au séminaire", "Nous serons heureux de vous voir"),
    ];

    private static readonly string[] Body =
    [
        "Bonjour Mark,",
        "Le chiffre d'affaires du troisième trimestre s'élève à 48 700 000 euros, en hausse de douze pour cent.",
        "Ces résultats restent confidentiels jusqu'à la publication prévue le 27 octobre prochain.",
        "Le numéro de sécurité sociale du nouveau salarié est 1 84 12 76 451 089 46, merci de le transmettre.",
        "Le virement partira du compte FR58 9999 9000 420A 7B3C 9D15 K76 dès que tu auras validé.",
        "Pour toute question, appelle-moi au +33 6 39 98 41 27 ou écris à camille.lefevre@orvalis.example.",
        "",
        "Thank you for sending the signed agreement, which we filed under reference CT-2026-00417 yesterday.",
        "The deposit was charged to card 4970 1012 3456 7893 and will be refunded within ten days.",
        "Our London office uses the account GB33 BUKB 2020 1555 5555 55 for all payments in sterling.",
        "Write to m.okafor@brightwell.example if anything is missing before the board meets on Thursday.",
        "",
        "Bien cordialement,",
        "Camille Lefèvre, directrice financière",
    ];

    public static IReadOnlyList<string> Words { get; } =
    [
        .. Folders.Concat(Messages.SelectMany(message => new[] { message.From, message.Subject, message.Preview })).Concat(Body)
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    public static byte[] Draw() => Drawn.Image(1920, 1080, canvas =>
    {
        SKColor ink = new(0x20, 0x21, 0x24), pale = new(0x5F, 0x63, 0x68);
        canvas.Clear(SKColors.White);
        Fill(0, 0, 1920, 48, new SKColor(0x1A, 0x4F, 0x8B));
        Fill(0, 48, 260, 1032, new SKColor(0xF1, 0xF3, 0xF4));
        Fill(260, 48, 1, 1032, new SKColor(0xDA, 0xDC, 0xE0));
        Fill(740, 48, 1, 1032, new SKColor(0xDA, 0xDC, 0xE0));
        for (var i = 0; i < Folders.Length; i++)
            canvas.Text(Folders[i], 28, 100 + (i * 38), 14, ink, bold: i == 0);
        for (var i = 0; i < Messages.Length; i++)
        {
            var y = 92 + (i * 96);
            canvas.Text(Messages[i].From, 284, y, 14, ink, bold: i < 2);
            canvas.Text(Messages[i].Subject, 284, y + 24, 13, ink);
            canvas.Text(Messages[i].Preview, 284, y + 46, 12, pale);
            Fill(260, y + 64, 480, 1, new SKColor(0xE8, 0xEA, 0xED));
        }

        for (var i = 0; i < Body.Length; i++)
            canvas.Text(Body[i], 780, 190 + (i * 32), 15, ink);

        void Fill(float x, float y, float width, float height, SKColor color)
        {
            using var paint = new SKPaint { Color = color };
            canvas.DrawRect(x, y, width, height, paint);
        }
    });
}
