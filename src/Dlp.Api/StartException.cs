namespace Dlp.Api;

/// <summary>The program cannot start as it is configured; the message tells the operator why and what to do.</summary>
internal sealed class StartException(string message) : Exception(message);
