export default function Home() {
  return <main>Fengqu</main>;
}
