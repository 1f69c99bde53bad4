using Dlp.Documents.Worker;
using Dlp.Documents.Workers;

// Before the limits: they close the way to these.
using var requests = new BufferedStream(Console.OpenStandardInput(), Frames.Piece);
using var answers = new BufferedStream(Console.OpenStandardOutput(), Frames.Piece);
ProcessLimits.Apply();
new RequestLoop(requests, answers, args is ["--allow-faults"]).Run();
