using BenchmarkDotNet.Running;
using Dlp.Benchmarks;

if (args is ["summary", .. var rest])
    return Summary.Run(rest is ["--json", var file] ? file : null);

BenchmarkSwitcher.FromAssembly(typeof(PostBenchmarks).Assembly).Run(args);
return 0;
