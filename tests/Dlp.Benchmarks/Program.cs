using BenchmarkDotNet.Running;
using Dlp.Benchmarks;
using Dlp.Benchmarks.Summaries;
using Dlp.Benchmarks.Texts;

if (args is not ["summary", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(PostBenchmarks).Assembly).Run(args);
    return 0;
}

var httpOnly = rest is ["http", ..];
if (httpOnly)
    rest = rest[1..];
if (rest is not [] and not ["--json", _])
{
    await Console.Error.WriteLineAsync("Usage: summary [http] [--json FILE]");
    return 2;
}

try
{
    await Summary.Run(httpOnly, rest is [_, var file] ? file : null);
    return 0;
}
catch (WrongAnswerException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 1;
}
